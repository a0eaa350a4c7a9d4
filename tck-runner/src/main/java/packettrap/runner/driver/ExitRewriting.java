package packettrap.runner.driver;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Rewrites a class so that whatever would end the JVM arrives at {@link ExitCalls} instead. */
final class ExitRewriting {
  private static final String EXIT_CALLS = Type.getInternalName(ExitCalls.class);
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  /** Calls that are replaced by a static method of the same name; a receiver comes first. */
  private static final Map<String, Set<String>> REPLACED =
      Map.of(
          "java/lang/System",
          Set.of("exit"),
          "java/lang/Runtime",
          Set.of("exit", "halt"),
          LOOKUP,
          Set.of("findStatic", "findVirtual", "bind"));

  /** Methods of Class whose result is looked at. */
  private static final Set<String> CHECKED =
      Set.of("getMethod", "getDeclaredMethod", "getMethods", "getDeclaredMethods");

  /** The newest class files that the reader knows; newer ones have the same shape so far. */
  private static final int NEWEST_KNOWN = Opcodes.V25;

  private ExitRewriting() {}

  /**
   * The class file to define in place of one.
   *
   * @throws UnsupportedClassVersionError if this JVM is older than the class
   * @throws ClassFormatError if it is no class file
   */
  static byte[] rewrite(String name, byte[] classFile) {
    if (classFile.length < 10 || classFile[0] != (byte) 0xca || classFile[1] != (byte) 0xfe) {
      throw new ClassFormatError(name + " is not a class file");
    }
    int version = (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
    int supported = 44 + Runtime.version().feature();
    if (version > supported) {
      throw new UnsupportedClassVersionError(
          "%s was compiled for Java %d, and this is Java %d"
              .formatted(name, version - 44, supported - 44));
    }
    setVersion(classFile, Math.min(version, NEWEST_KNOWN));
    byte[] rewritten;
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Rewriter(writer), 0);
      rewritten = writer.toByteArray();
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
      ClassFormatError error = new ClassFormatError(name + " is not a well-formed class file");
      error.initCause(e);
      throw error;
    }
    setVersion(rewritten, version);
    return rewritten;
  }

  private static void setVersion(byte[] classFile, int version) {
    classFile[6] = (byte) (version >> 8);
    classFile[7] = (byte) version;
  }

  private static boolean replaced(String owner, String name) {
    return REPLACED.getOrDefault(owner, Set.of()).contains(name);
  }

  private static String withReceiver(String owner, String descriptor) {
    return "(L" + owner + ";" + descriptor.substring(1);
  }

  private static final class Rewriter extends ClassVisitor {
    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class Calls extends MethodVisitor {
    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (replaced(owner, name)) {
        boolean isStatic = opcode == Opcodes.INVOKESTATIC;
        String shape = isStatic ? descriptor : withReceiver(owner, descriptor);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT_CALLS, name, shape, false);
        return;
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (owner.equals("java/lang/Class") && CHECKED.contains(name)) {
        String result = Type.getReturnType(descriptor).getDescriptor();
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, EXIT_CALLS, "checked", "(" + result + ")" + result, false);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      Object[] rewritten = arguments.clone();
      for (int i = 0; i < rewritten.length; i++) {
        rewritten[i] = constant(rewritten[i]);
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, rewritten);
    }

    @Override
    public void visitLdcInsn(Object value) {
      super.visitLdcInsn(constant(value));
    }

    /** A method reference such as System::exit is a constant. */
    private static Object constant(Object value) {
      if (value instanceof Handle handle && replaced(handle.getOwner(), handle.getName())) {
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        String shape =
            isStatic ? handle.getDesc() : withReceiver(handle.getOwner(), handle.getDesc());
        return new Handle(Opcodes.H_INVOKESTATIC, EXIT_CALLS, handle.getName(), shape, false);
      }
      return value;
    }
  }
}
